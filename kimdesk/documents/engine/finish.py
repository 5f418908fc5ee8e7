"""The last pass: metadata, output intent and file id for PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1)."""

from __future__ import annotations

import io
import secrets
from functools import cache
from xml.sax.saxutils import escape

import pikepdf
from PIL import ImageCms

from kimdesk.base.errors import UserProblem
from kimdesk.documents.blocks import Document
from kimdesk.text.phrases import tag_of

PRODUCER = "KIM Desk"
PDFA_CLAIM = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
_UA_SCHEMA = """
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def finish(data: bytes, tree: Document) -> bytes:
    """Return the finished file; the same input gives the same bytes."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        metadata = pdf.make_stream(_xmp(tree).encode())
        metadata.Type, metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        pdf.Root.Metadata = metadata
        _information(pdf, tree)
        _output_intent(pdf)
        out = io.BytesIO()
        pdf.save(
            out, deterministic_id=True, min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )  # fmt: skip
    return out.getvalue()


def protected(data: bytes, password: str) -> bytes:
    """Return a file that opens with a password only: AES-256 (ISO 32000-2, revision 6).

    An encrypted file cannot be PDF/A (ISO 19005-2, 6.1.3), so it no longer claims to be; it stays PDF/UA. Without a
    password: UserProblem document.password_empty.
    """
    if not password:
        raise UserProblem("document.password_empty")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        claims = bytes(pdf.Root.Metadata.read_bytes()).decode().replace(PDFA_CLAIM, "")
        metadata = pdf.make_stream(claims.encode())
        metadata.Type, metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        pdf.Root.Metadata = metadata
        out = io.BytesIO()
        everything = pikepdf.Permissions(modify_other=False, modify_assembly=False, modify_annotation=False)
        pdf.save(
            out, encryption=pikepdf.Encryption(user=password, owner=secrets.token_urlsafe(24), R=6, allow=everything),
            object_stream_mode=pikepdf.ObjectStreamMode.generate, min_version="1.7",
        )  # fmt: skip
    return out.getvalue()


def _information(pdf: pikepdf.Pdf, tree: Document) -> None:
    stamp = f"D:{tree.created:%Y%m%d}000000Z"
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo["/Title"], pdf.docinfo["/Author"] = tree.title, tree.author
    pdf.docinfo["/Creator"], pdf.docinfo["/Producer"] = PRODUCER, PRODUCER
    pdf.docinfo["/CreationDate"], pdf.docinfo["/ModDate"] = stamp, stamp


def _output_intent(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream(srgb())
    profile.N = 3
    pdf.Root.OutputIntents = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.OutputIntent,
                S=pikepdf.Name.GTS_PDFA1,
                OutputConditionIdentifier="sRGB IEC61966-2.1",
                RegistryName="http://www.color.org",
                DestOutputProfile=pdf.make_indirect(profile),
            )
        ]
    )


@cache
def srgb() -> bytes:
    """Return the sRGB profile without its date, so that bytes repeat."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes(12)
    return bytes(profile)


def _xmp(tree: Document) -> str:
    stamp = f"{tree.created:%Y-%m-%d}T00:00:00Z"
    languages = "".join(f"<rdf:li>{escape(tag_of(language))}</rdf:li>" for language in tree.languages)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(tree.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(tree.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><xmp:CreateDate>{stamp}</xmp:CreateDate>
<xmp:ModifyDate>{stamp}</xmp:ModifyDate><pdf:Producer>{PRODUCER}</pdf:Producer>
{PDFA_CLAIM}<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>{_UA_SCHEMA}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
