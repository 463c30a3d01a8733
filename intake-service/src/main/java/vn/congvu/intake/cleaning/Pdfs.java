package vn.congvu.intake.cleaning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Copies the pages of a PDF, and only what they show, into a new one: no scripts, actions, links, forms, embedded files, notes or
 * particulars of who wrote it with what. What was typed into a form stays as a picture of it.
 */
final class Pdfs {
    private static final int MOST_PAGES = 200;

    private Pdfs() {}

    static Cleaning clean(byte[] content) {
        if (!InflatedSize.isBounded(content)) {
            return Cleaning.refused(
                    "Tệp PDF phình ra quá lớn khi mở. Hãy in lại ra PDF rồi gửi.",
                    "The PDF grows too large when it is opened. Print it to a new PDF and send that.");
        }
        try (var dirty = Loader.loadPDF(content);
                var clean = new PDDocument()) {
            if (dirty.isEncrypted()) {
                return locked();
            }
            if (dirty.getNumberOfPages() > MOST_PAGES) {
                return Cleaning.refused(
                        "Tệp PDF có trên " + MOST_PAGES + " trang. Hãy chỉ gửi những trang cần thiết.",
                        "The PDF has more than " + MOST_PAGES + " pages. Send only those that matter.");
            }
            var form = dirty.getDocumentCatalog().getAcroForm(null);
            if (form != null) {
                if (form.xfaIsDynamic()) {
                    return Cleaning.refused(
                            "Tệp PDF là biểu mẫu động (XFA). Hãy in ra PDF rồi gửi bản in đó.",
                            "The PDF is a dynamic form (XFA). Print it to a PDF and send the print.");
                }
                form.setXFA(null);
                form.flatten();
            }
            var copy = new PdfCopy(clean.getDocument());
            for (var page : dirty.getPages()) {
                if (clean.getNumberOfPages() >= MOST_PAGES) {
                    return Cleaning.broken();
                }
                clean.addPage(copied(page, copy));
            }
            if (clean.getNumberOfPages() == 0) {
                return Cleaning.broken();
            }
            var bytes = new ByteArrayOutputStream();
            clean.save(bytes);
            return new Cleaning.Clean(bytes.toByteArray(), "application/pdf");
        } catch (InvalidPasswordException encrypted) {
            return locked();
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return Cleaning.refused(
                    "Không làm sạch được tệp PDF này. Hãy in lại ra PDF, hoặc gửi ảnh chụp từng trang.",
                    "This PDF can't be cleaned. Print it to a new PDF, or send pictures of its pages.");
        }
    }

    private static PDPage copied(PDPage page, PdfCopy copy) throws IOException {
        var seen = new COSDictionary();
        seen.setItem(COSName.TYPE, COSName.PAGE);
        seen.setItem(COSName.MEDIA_BOX, page.getMediaBox().getCOSArray());
        seen.setItem(COSName.CROP_BOX, page.getCropBox().getCOSArray());
        seen.setInt(COSName.ROTATE, page.getRotation());
        if (page.getResources() != null) {
            seen.setItem(COSName.RESOURCES, copy.of(page.getResources().getCOSObject()));
        }
        var contents = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (contents != null) {
            seen.setItem(COSName.CONTENTS, copy.of(contents));
        }
        return new PDPage(seen);
    }

    private static Cleaning locked() {
        return Cleaning.refused(
                "Tệp PDF có mật khẩu hoặc bị khóa. Hãy bỏ mật khẩu rồi gửi lại.",
                "The PDF has a password or is locked. Remove that and send it again.");
    }
}
