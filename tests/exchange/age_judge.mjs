// Asks the independent age program: encrypt RECIPIENT | decrypt IDENTITY, from standard input to standard output.
// Several texts go through at once: each is led by its length in four bytes, most significant first.
import { pathToFileURL } from "node:url";
import { buffer } from "node:stream/consumers";

const [entry, verb, key] = process.argv.slice(2);
const age = await import(pathToFileURL(entry).href);

function* texts(all) {
  for (let at = 0; at < all.length; ) {
    const size = all.readUInt32BE(at);
    yield new Uint8Array(all.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
}

function say(text) {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(text.length);
  process.stdout.write(size);
  process.stdout.write(text);
}

if (verb === "recipient") {
  process.stdout.write(await age.identityToRecipient(key));
} else {
  for (const text of texts(await buffer(process.stdin))) {
    if (verb === "encrypt") {
      const encrypter = new age.Encrypter();
      encrypter.addRecipient(key);
      say(await encrypter.encrypt(text));
    } else {
      const decrypter = new age.Decrypter();
      decrypter.addIdentity(key);
      say(await decrypter.decrypt(text));
    }
  }
}
