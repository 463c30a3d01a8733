package vn.congvu.notify.apology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.congvu.contracts.Exchanges;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;

class LetterByMailTests extends NotifyTests {
    @Test
    void aPersonWithAnEMailGetsTheSealedCopyInTheirLanguage() throws Exception {
        var matter = Happenings.of(email("m-1", "dan@example.vn")).inEnglish();
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.breached(1));
        await().until(() -> mongo.getCollection("notices").countDocuments() == 3);
        sweep();

        var mail = mailTo("dan@example.vn");
        assertThat(mail.getSubject()).startsWith("Apology 01/PXL-SNV");
        var parts = (MimeMultipart) mail.getContent();
        var attached = parts.getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo("xin-loi-01-PXL-SNV.pdf");
        assertThat(attached.getContentType()).startsWith("application/pdf");
        try (var pdf = Loader.loadPDF(attached.getInputStream().readAllBytes())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("THƯ XIN LỖI", matter.spoken(), "E-mail: dan@example.vn", "Số: 01/PXL-SNV");
        }
    }

    @Test
    void anApplicantIsCalledByNameOnTheCopyOnly() throws Exception {
        var matter = Happenings.of("dossier-9");
        vault("/cases", "dossier-9", "{\"name\":\"Trần Thị C\",\"email\":\"c@example.vn\"}");
        incoming.publish(Exchanges.CASES, "D-9", "D-9", matter.rescheduled("D-9", "thiếu bản đồ"));
        await().until(() -> mongo.getCollection("notices").countDocuments() == 1);
        sweep();

        var attached = ((MimeMultipart) mailTo("c@example.vn").getContent()).getBodyPart(1);
        try (var pdf = Loader.loadPDF(attached.getInputStream().readAllBytes())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Trần Thị C", "Lý do: thiếu bản đồ");
        }
        assertThat(mongo.getCollection("notices").find().first().toJson()).doesNotContain("Trần Thị C", "example.vn\"");
        assertThat(mongo.getCollection("apologies").find().first().toJson()).doesNotContain("Trần Thị C");
    }

    @Test
    void officesGetNoLetterWithTheirMail() throws Exception {
        var matter = Happenings.of((String) null);
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.breached(1));
        await().until(() -> mongo.getCollection("notices").countDocuments() == 2);
        sweep();

        assertThat(mailTo("head@SNV.example").getContent()).isInstanceOf(String.class);
    }

    private static MimeMessage mailTo(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(address);
                    } catch (jakarta.mail.MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .findFirst()
                .orElseThrow();
    }
}
