package vn.congvu.intake.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.congvu.intake.SampleFiles;

class PdfsTests {
    private static final String SECRET = SampleFiles.SECRET;

    @Test
    void keepsTheWordsAndDropsScriptsFilesLinksAndTheAuthor() throws Exception {
        var clean = clean(hostile());

        try (var copy = Loader.loadPDF(clean)) {
            assertThat(new PDFTextStripper().getText(copy)).contains("Bien ban");
            assertThat(copy.getDocumentInformation().getMetadataKeys()).isEmpty();
            var catalogue = copy.getDocumentCatalog();
            assertThat(catalogue.getCOSObject().keySet())
                    .extracting(COSName::getName)
                    .containsOnly("Type", "Version", "Pages");
            assertThat(copy.getPage(0).getCOSObject().keySet())
                    .extracting(COSName::getName)
                    .containsOnly("Type", "MediaBox", "CropBox", "Rotate", "Resources", "Contents", "Parent");
        }
        assertThat(everythingIn(clean)).doesNotContain(SECRET, "JavaScript", "Metadata", "Exif");
        assertThat(everythingIn(hostile())).contains(SECRET, "JavaScript", "Metadata", "Exif");
    }

    @Test
    void refusesALockedOne() throws Exception {
        for (var password : new String[] {"", "bi mat"}) {
            try (var document = new PDDocument()) {
                document.addPage(new PDPage());
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));

                assertThat(reason(saved(document))).contains("password");
            }
        }
    }

    @Test
    void refusesABrokenOne() throws Exception {
        var whole = hostile();

        assertThat(Pdfs.clean("%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(Cleaning.Refused.class);
        assertThat(Pdfs.clean(Arrays.copyOf(whole, 200))).isInstanceOf(Cleaning.Refused.class);
    }

    @Test
    void refusesTooManyPages() throws Exception {
        try (var document = new PDDocument()) {
            for (int i = 0; i < 201; i++) {
                document.addPage(new PDPage());
            }

            assertThat(reason(saved(document))).contains("200 pages");
        }
    }

    @Test
    void refusesWhatGrowsBeyondAllMeasure() throws Exception {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var bomb = document.getDocument().createCOSStream();
            try (var to = bomb.createOutputStream(COSName.FLATE_DECODE)) {
                var zeros = new byte[1024 * 1024];
                for (int i = 0; i < 201; i++) {
                    to.write(zeros);
                }
            }
            page.getCOSObject().setItem(COSName.CONTENTS, bomb);

            assertThat(reason(saved(document))).contains("too large");
        }
    }

    @Test
    void refusesAProgramInsteadOfADrawing() throws Exception {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var program = document.getDocument().createCOSStream();
            program.setName(COSName.SUBTYPE, "PS");
            page.getCOSObject().setItem(COSName.CONTENTS, program);

            assertThat(Pdfs.clean(saved(document))).isInstanceOf(Cleaning.Refused.class);
        }
    }

    private static byte[] hostile() throws Exception {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText("Bien ban");
                content.endText();
                content.drawImage(
                        JPEGFactory.createFromStream(document, new ByteArrayInputStream(SampleFiles.photoWithPlace(1))),
                        50,
                        500);
            }
            document.getDocumentInformation().setAuthor(SECRET);
            var metadata = new PDMetadata(document);
            metadata.importXMPMetadata(("<x>" + SECRET + "</x>").getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
            page.setMetadata(metadata);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + SECRET + "')"));
            var link = new PDAnnotationLink();
            var address = new PDActionURI();
            address.setURI("https://" + SECRET + ".example");
            link.setAction(address);
            page.getAnnotations().add(link);
            embed(document);
            var resources = page.getResources().getCOSObject();
            var about = new COSDictionary();
            about.setString(COSName.getPDFName("Private"), SECRET);
            resources.setItem(COSName.getPDFName("PieceInfo"), about);
            return saved(document);
        }
    }

    private static void embed(PDDocument document) throws Exception {
        var file = new PDComplexFileSpecification();
        file.setFile(SECRET + ".exe");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(SECRET.getBytes())));
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(SECRET, file));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    /** Every object of the document with its streams opened, as text. */
    private static String everythingIn(byte[] pdf) throws Exception {
        var all = new StringBuilder(SampleFiles.text(pdf));
        try (var document = Loader.loadPDF(pdf)) {
            for (var key : document.getDocument().getXrefTable().keySet()) {
                var object = document.getDocument().getObjectFromPool(key).getObject();
                all.append(object);
                if (object instanceof COSStream stream) {
                    all.append(SampleFiles.text(stream.createRawInputStream().readAllBytes()));
                }
            }
        }
        return all.toString();
    }

    private static byte[] clean(byte[] pdf) {
        var outcome = Pdfs.clean(pdf);
        assertThat(outcome).isInstanceOf(Cleaning.Clean.class);
        return ((Cleaning.Clean) outcome).content();
    }

    private static String reason(byte[] pdf) {
        var outcome = Pdfs.clean(pdf);
        assertThat(outcome).asInstanceOf(type(Cleaning.Refused.class)).isNotNull();
        return ((Cleaning.Refused) outcome).reason().en();
    }

    private static byte[] saved(PDDocument document) throws Exception {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
