import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF about files: VeraCheck FLAVOUR[,FLAVOUR] FILE...; exit 1 if any file fails any flavour. */
public class VeraCheck {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        boolean failed = false;
        for (int i = 1; i < arguments.length; i++) {
            for (String name : arguments[0].split(",")) {
                failed |= !check(foundry, arguments[i], name);
            }
        }
        System.exit(failed ? 1 : 0);
    }

    private static boolean check(VeraPDFFoundry foundry, String file, String name) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString(name);
        try (PDFAParser parser = foundry.createParser(new File(file), flavour);
                PDFAValidator validator = foundry.createValidator(flavour, 5, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + name + " " + file);
            result.getFailedChecks().forEach((rule, count) ->
                System.out.println("  " + rule.getClause() + "-" + rule.getTestNumber() + " x" + count));
            return result.isCompliant();
        }
    }
}
