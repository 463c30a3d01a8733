package vn.congvu.notify.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.notify.NoticeSent;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;

class WhoIsToldTests extends NotifyTests {
    @Test
    void aReporterWhoHoldsNoReferenceYetIsToldAtOnce() {
        var matter = Happenings.of(phone("c-1", "0901111111"));

        happens(Exchanges.INTAKE, matter.complaintId(), matter, matter.received(false), 1);

        assertThat(texts()).singleElement().satisfies(text -> {
            assertThat(text).startsWith("Da nhan phan anh").contains(matter.spoken());
            assertThat(text).hasSizeLessThanOrEqualTo(160);
        });
        assertThat(form("To")).containsExactly("+84901111111");
        assertThat(events.await(NoticeSent.class, sent -> sent.reference().equals(matter.reference()))
                        .complaintId())
                .isEqualTo(matter.complaintId());
    }

    @Test
    void nobodyIsToldTwiceWhatTheWebhookAnsweredAlreadyAndNobodyWhoLeftNoAddress() {
        var knows = Happenings.of(phone("c-2", "0901111112"));
        var anonymous = Happenings.of((String) null);
        var last = Happenings.of(phone("c-3", "0901111113"));
        incoming.publish(Exchanges.INTAKE, knows.complaintId(), knows.reference(), knows.received(true));
        incoming.publish(Exchanges.INTAKE, anonymous.complaintId(), anonymous.reference(), anonymous.received(false));

        happens(Exchanges.INTAKE, last.complaintId(), last, last.received(false), 1);

        assertThat(form("To")).containsExactly("+84901111113");
        assertThat(mongo.getCollection("notices").countDocuments()).isEqualTo(1);
    }

    @Test
    void theReporterAndTheHeadLearnOfTheAssignment() throws Exception {
        var matter = Happenings.of(phone("c-4", "0901111114"));

        happens(Exchanges.CASES, matter.caseId(), matter, matter.assigned(), 2);

        assertThat(texts())
                .singleElement()
                .asString()
                .contains(matter.spoken(), "So Noi vu", "17:00 16/03/2026", "/tra-cuu");
        assertThat(recipients()).containsExactly("head@SNV.example");
        assertThat(mail(0)).contains("Kính gửi Giám đốc Sở Nội vụ", matter.spoken(), "/staff/cases/" + matter.caseId());
    }

    @Test
    void theCustodianLearnsOfARequestAboutDataAndThatItIsOverdueAndTheReporterOfTheAnswer() throws Exception {
        var matter = Happenings.of(phone("c-40", "0901111140"));
        incoming.publish(Exchanges.INTAKE, "r1", matter.reference(), matter.dataRequest(DataRequestKind.CORRECTION));
        incoming.publish(Exchanges.INTAKE, "r1", matter.reference(), matter.dataRequestOverdue());

        happens(Exchanges.INTAKE, "r1", matter, matter.dataRequestAnswered(), 3);

        assertThat(recipients()).containsOnly("custodian@example.vn").hasSize(2);
        assertThat(mail(0) + mail(1))
                .contains(
                        "sửa dữ liệu",
                        "chưa được trả lời",
                        "Kính gửi Bộ phận giữ danh tính",
                        "/staff/data-requests/r1");
        assertThat(texts())
                .singleElement()
                .asString()
                .contains("du lieu ca nhan", matter.spoken(), "/tra-cuu")
                .doesNotContain("/staff/");
    }

    @Test
    void theLanguageOfThePersonIsRespected() {
        var matter = Happenings.of(phone("c-5", "0901111115")).inEnglish();

        happens(Exchanges.CASES, matter.caseId(), matter, matter.assigned(), 2);

        assertThat(texts()).singleElement().asString().contains("So Noi vu will answer by 17:00 16/03/2026");
    }

    @Test
    void eachStepIsToldInItsOwnWords() {
        var matter = Happenings.of(email("c-6", "dan@example.vn"));
        var other = Happenings.of((String) null);
        List<Event> story = List.of(
                matter.asked("Quầy số mấy? {{agency}} [[${1+1}]]"),
                matter.extended("chờ xác minh"),
                matter.answered(Happenings.NOW, Duration.ZERO),
                matter.refused(),
                matter.handedOver(),
                matter.merged(other));

        story.forEach(event -> incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), event));
        awaitNotices(matter, story.size());
        sweep();

        var mails = Arrays.stream(MAIL.getReceivedMessages())
                .map(WhoIsToldTests::text)
                .toList();
        assertThat(mails).hasSize(6);
        assertThat(mails).anySatisfy(mail -> assertThat(mail).contains("Quầy số mấy? {{agency}} [[${1+1}]]"));
        assertThat(mails).anySatisfy(mail -> assertThat(mail)
                .contains("xin lỗi ông/bà", "chờ xác minh", "17:00 20/03/2026", "01/PXL-SNV", "/letter"));
        assertThat(mails).anySatisfy(mail -> assertThat(mail).contains("Đã xử lý và xin lỗi ông/bà"));
        assertThat(mails).anySatisfy(mail -> assertThat(mail).contains("Đã quá thời hạn."));
        assertThat(mails).anySatisfy(mail -> assertThat(mail).contains("Thanh tra tỉnh", "Xin gửi đơn có chữ ký"));
        assertThat(mails).anySatisfy(mail -> assertThat(mail).contains(other.spoken()));
    }

    @Test
    void aMissIsApologisedForToThePersonAndToldToHeadAndSuperior() {
        var matter = Happenings.of(phone("c-7", "0901111117"));

        happens(Exchanges.CASES, matter.caseId(), matter, matter.breached(1), 3);

        assertThat(texts())
                .singleElement()
                .asString()
                .contains("So Noi vu xin loi ong/ba", matter.spoken(), "01/PXL-SNV", "/xin-loi");
        assertThat(recipients()).containsExactlyInAnyOrder("head@SNV.example", "chair@ubt.example");
    }

    @Test
    void aMissThatOwesNoApologyIsToldToOfficesOnly() {
        var matter = Happenings.of(phone("c-8", "0901111118"));

        happens(Exchanges.CASES, matter.caseId(), matter, matter.breached(SlaClock.ACCEPT, 1, false), 2);

        assertThat(texts()).isEmpty();
        assertThat(mongo.getCollection("apologies").countDocuments()).isZero();
    }

    @Test
    void warningsAndEscalationsGoToTheOfficesNamed() {
        var matter = Happenings.of(phone("c-9", "0901111119"));
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.warned());

        happens(Exchanges.CASES, matter.caseId(), matter, matter.escalated(), 2);

        assertThat(recipients()).containsExactlyInAnyOrder("head@SNV.example", "chair@ubt.example");
        assertThat(texts()).isEmpty();
    }

    @Test
    void aReopenedCaseIsToldToTheHeadOfToday() {
        var matter = Happenings.of(phone("c-10", "0901111120"));
        happens(Exchanges.CASES, matter.caseId(), matter, matter.assigned(), 2);

        happens(Exchanges.CASES, matter.caseId(), matter, matter.reopened(matter.superior()), 4);

        assertThat(recipients()).containsExactlyInAnyOrder("head@SNV.example", "chair@ubt.example");
        assertThat(texts()).hasSize(2);
    }

    @Test
    void whereTheEventNamesNoHeadTheOfficeThatHadTheCaseIsTold() {
        var matter = Happenings.of(phone("c-11", "0901111122"));
        happens(Exchanges.CASES, matter.caseId(), matter, matter.assigned(), 2);

        happens(Exchanges.CASES, matter.caseId(), matter, matter.reopened(null), 4);

        assertThat(recipients()).containsExactly("head@SNV.example", "head@SNV.example");
        assertThat(texts()).hasSize(2);
    }

    @Test
    void aMoveIsToldToTheNewHeadAndAcrossAgenciesToTheReporterToo() {
        var matter = Happenings.of(phone("c-12", "0901111123"));
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.moved(matter.agency()));
        awaitNotices(matter, 1);

        happens(Exchanges.CASES, matter.caseId(), matter, matter.moved(new AgencyRef("STC", "Sở Tài chính")), 3);

        assertThat(recipients()).containsExactly("head@SNV.example", "head@SNV.example");
        assertThat(List.of(mail(0), mail(1)))
                .allSatisfy(mail -> assertThat(mail).contains("Thời hạn vẫn tính từ đầu"))
                .anySatisfy(mail -> assertThat(mail).contains("trước đây: Sở Tài chính"));
        assertThat(texts()).hasSize(1);
    }

    @Test
    void anUndoneMergeIsToldToItsReporter() {
        var matter = Happenings.of(phone("c-13", "0901111124"));

        happens(Exchanges.CASES, matter.caseId(), matter, matter.unmerged(), 1);

        assertThat(texts()).singleElement().asString().contains("giai quyet rieng tai So Noi vu");
    }

    @Test
    void corruptionAndVacantOfficesAreToldToThoseWhoMustKnow() {
        var matter = Happenings.of(phone("c-14", "0901111125"));
        incoming.publish(Exchanges.CASES, "SNV@ever", "SNV", matter.withoutHead());

        happens(Exchanges.CASES, matter.caseId(), matter, matter.corruption(), 1);

        await().untilAsserted(() -> {
            sweep();
            assertThat(recipients()).containsExactlyInAnyOrder("chair@ubt.example", "chair@ubt.example");
        });
        assertThat(texts()).isEmpty();
        assertThat(List.of(mail(0), mail(1)))
                .anySatisfy(mail -> assertThat(mail).contains("dấu hiệu tham nhũng", matter.spoken()))
                .anySatisfy(mail -> assertThat(mail).contains("Danh bạ không ghi", "Sở Nội vụ"));
    }

    @Test
    void applicantsOfDossiersAreReachedThroughTheCaseService() {
        var matter = Happenings.of("dossier-77");
        vault("/cases", "dossier-77", "{\"phone\":\"0901111121\"}");
        incoming.publish(Exchanges.CASES, "D-77", "D-77", matter.rescheduled("D-77", "thiếu cán bộ đo đạc"));
        await().until(() -> notices("D-77") == 1);
        sweep();

        assertThat(texts())
                .singleElement()
                .asString()
                .contains("xin loi ong/ba", "D-77", "11/03/2026", "thieu can bo do dac", "01/PXL-SNV");
    }

    private void happens(String exchange, String aggregateId, Happenings matter, Event event, int notices) {
        incoming.publish(exchange, aggregateId, matter.reference(), event);
        awaitNotices(matter, notices);
        sweep();
    }

    private void awaitNotices(Happenings matter, int count) {
        await().untilAsserted(() -> assertThat(notices(matter.reference())).isEqualTo(count));
    }

    private long notices(String reference) {
        return mongo.getCollection("notices").countDocuments(new Document("reference", reference));
    }

    private static List<String> recipients() {
        return Arrays.stream(MAIL.getReceivedMessages())
                .map(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString();
                    } catch (MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }

    private static String mail(int index) {
        return text(MAIL.getReceivedMessages()[index]);
    }

    private static String text(jakarta.mail.internet.MimeMessage mail) {
        try {
            var content = mail.getContent();
            while (content instanceof jakarta.mail.internet.MimeMultipart parts) {
                content = parts.getBodyPart(0).getContent();
            }
            return content.toString();
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
