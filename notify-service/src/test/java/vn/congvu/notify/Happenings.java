package vn.congvu.notify;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.AgencyWithoutHead;
import vn.congvu.contracts.cases.AnswerDrafted;
import vn.congvu.contracts.cases.BreachEscalated;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseDelegated;
import vn.congvu.contracts.cases.CaseExtended;
import vn.congvu.contracts.cases.CaseHandedOver;
import vn.congvu.contracts.cases.CaseMerged;
import vn.congvu.contracts.cases.CaseMoved;
import vn.congvu.contracts.cases.CaseReopened;
import vn.congvu.contracts.cases.CaseUnmerged;
import vn.congvu.contracts.cases.CorruptionReported;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineWarned;
import vn.congvu.contracts.cases.DossierFinished;
import vn.congvu.contracts.cases.DossierRescheduled;
import vn.congvu.contracts.cases.QuestionAnswered;
import vn.congvu.contracts.cases.QuestionAsked;
import vn.congvu.contracts.cases.ReopeningRefused;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.contracts.intake.DataRequestAnswered;
import vn.congvu.contracts.intake.DataRequestOverdue;
import vn.congvu.contracts.intake.DataRequestReceived;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.TestKeys;

/** One matter and what may happen to it. */
public record Happenings(String caseId, String complaintId, String reference, AgencyRef agency, Reporter reporter) {
    public static final Instant NOW = MutableClock.MONDAY_MORNING;
    public static final Instant DUE = Instant.parse("2026-02-27T10:00:00Z");
    public static final Instant RECEIVED = Instant.parse("2026-02-10T02:00:00Z");
    public static final AgencyRef SNV = new AgencyRef("SNV", "Sở Nội vụ");
    private static final Office CUSTODIAN =
            new Office("CUSTODIAN", "*", "Bộ phận giữ danh tính", "custodian@example.vn");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Happenings of(@Nullable String contactRef) {
        return of(SNV, contactRef);
    }

    public static Happenings of(AgencyRef agency, @Nullable String contactRef) {
        return new Happenings(
                Ids.next(),
                Ids.next(),
                Reference.random(RANDOM).value(),
                agency,
                new Reporter(contactRef, Channel.SMS, Language.VI));
    }

    public Happenings inEnglish() {
        return new Happenings(
                caseId, complaintId, reference, agency, new Reporter(reporter.contactRef(), Channel.SMS, Language.EN));
    }

    public String spoken() {
        return new Reference(reference).spoken();
    }

    public DataRequestReceived dataRequest(DataRequestKind kind) {
        return new DataRequestReceived("r1", complaintId, reference, kind, List.of(CUSTODIAN), NOW, DUE);
    }

    public DataRequestOverdue dataRequestOverdue() {
        return new DataRequestOverdue(
                "r1", complaintId, reference, DataRequestKind.ERASURE, List.of(CUSTODIAN), DUE, NOW);
    }

    public DataRequestAnswered dataRequestAnswered() {
        return new DataRequestAnswered("r1", complaintId, reference, DataRequestKind.ACCESS, true, reporter, NOW);
    }

    public Office head() {
        return new Office(
                "AGENCY_HEAD", agency.code(), "Giám đốc " + agency.name(), "head@" + agency.code() + ".example");
    }

    public Office superior() {
        return new Office("MONITOR", "UBT", "Chủ tịch UBND tỉnh", "chair@ubt.example");
    }

    public ComplaintReceived received(boolean acknowledged) {
        return new ComplaintReceived(
                complaintId,
                reference,
                Channel.SMS,
                ComplaintKind.CONDUCT,
                List.of(Misconduct.ATTITUDE),
                sealed("Cán bộ Nguyễn Văn A quát dân"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                NOW,
                reporter,
                null,
                acknowledged,
                false,
                null);
    }

    public CaseAssigned assigned() {
        return new CaseAssigned(
                caseId,
                complaintId,
                reference,
                ComplaintKind.CONDUCT,
                List.of(Misconduct.ATTITUDE),
                agency,
                head(),
                List.of(new Bilingual("vì", "because")),
                false,
                NOW,
                NOW.plus(Duration.ofDays(2)),
                Instant.parse("2026-03-16T10:00:00Z"),
                reporter);
    }

    public CaseMoved moved(AgencyRef from) {
        return new CaseMoved(
                caseId,
                complaintId,
                reference,
                from,
                agency,
                head(),
                List.of(new Bilingual("vì", "because")),
                NOW.plus(Duration.ofDays(2)),
                DUE,
                NOW,
                reporter);
    }

    public CaseUnmerged unmerged() {
        return new CaseUnmerged(
                caseId, complaintId, reference, "other", "0000000000", agency, false, DUE, NOW, reporter);
    }

    public CorruptionReported corruption() {
        return new CorruptionReported(caseId, complaintId, reference, agency, NOW, List.of(superior()));
    }

    public AgencyWithoutHead withoutHead() {
        return new AgencyWithoutHead(
                agency, LocalDate.of(2026, 3, 1), new AgencyRef("UBT", "UBND tỉnh"), NOW, List.of(superior()));
    }

    public QuestionAsked asked(String question) {
        return new QuestionAsked(
                caseId,
                complaintId,
                reference,
                Ids.next(),
                sealed(question),
                NOW,
                NOW.plus(Duration.ofDays(10)),
                reporter);
    }

    public CaseDelegated delegated() {
        return new CaseDelegated(caseId, complaintId, reference, agency, officer(), NOW);
    }

    public AnswerDrafted drafted() {
        return new AnswerDrafted(caseId, complaintId, reference, agency, head(), NOW);
    }

    public QuestionAnswered resumed() {
        return new QuestionAnswered(caseId, complaintId, reference, NOW, DUE);
    }

    private Office officer() {
        return new Office(Role.AGENCY_OFFICER.name(), agency.code(), "Chuyên viên " + agency.name(), null);
    }

    public CaseExtended extended(String reason) {
        return new CaseExtended(
                caseId,
                complaintId,
                reference,
                agency,
                head(),
                sealed(reason),
                NOW,
                DUE,
                Instant.parse("2026-03-20T10:00:00Z"),
                reporter,
                RECEIVED,
                null);
    }

    public CaseAnswered answered(Instant at, Duration late) {
        return answered(at, late, null);
    }

    public CaseAnswered answered(Instant at, Duration late, @Nullable Integer workingDays) {
        return new CaseAnswered(
                caseId,
                complaintId,
                reference,
                agency,
                head(),
                sealed("Đã xử lý và xin lỗi ông/bà"),
                Finding.SUBSTANTIATED,
                List.of(),
                at,
                DUE,
                late.getSeconds(),
                at.plus(Duration.ofDays(14)),
                reporter,
                workingDays);
    }

    public CaseHandedOver handedOver() {
        return new CaseHandedOver(
                caseId,
                complaintId,
                reference,
                new Bilingual("Thanh tra tỉnh", "the provincial inspectorate"),
                sealed("Xin gửi đơn có chữ ký"),
                NOW,
                reporter);
    }

    public CaseMerged merged(Happenings into) {
        return new CaseMerged(caseId, complaintId, reference, into.caseId(), into.reference(), NOW, reporter);
    }

    /** @param head absent as in events of older publishers */
    public CaseReopened reopened(@Nullable Office head) {
        return new CaseReopened(caseId, complaintId, reference, agency, NOW, DUE, reporter, head);
    }

    public ReopeningRefused refused() {
        return new ReopeningRefused(
                caseId,
                complaintId,
                reference,
                new Bilingual("Đã quá thời hạn.", "The window has passed."),
                NOW,
                reporter);
    }

    public DeadlineWarned warned() {
        return new DeadlineWarned(
                Subject.CASE, caseId, complaintId, reference, SlaClock.RESOLVE, 80, agency, DUE, NOW, List.of(head()));
    }

    public DeadlineBreached breached(int miss) {
        return breached(SlaClock.RESOLVE, miss, true);
    }

    public DeadlineBreached breached(SlaClock clock, int miss, boolean apologyOwed) {
        return breached(clock, miss, apologyOwed, null);
    }

    /** @param above the agency directly above */
    public DeadlineBreached breached(SlaClock clock, int miss, boolean apologyOwed, @Nullable String above) {
        return new DeadlineBreached(
                Subject.CASE,
                caseId,
                complaintId,
                reference,
                clock,
                miss,
                agency,
                head(),
                null,
                null,
                DUE,
                NOW,
                apologyOwed,
                List.of(head(), superior()),
                reporter,
                RECEIVED,
                above);
    }

    public BreachEscalated escalated() {
        return new BreachEscalated(
                Subject.CASE,
                caseId,
                complaintId,
                reference,
                SlaClock.RESOLVE,
                1,
                agency,
                DUE,
                NOW,
                List.of(superior()));
    }

    public DeadlineBreached dossierBreached(String code) {
        return new DeadlineBreached(
                Subject.DOSSIER,
                code,
                null,
                code,
                SlaClock.PROMISE,
                1,
                agency,
                head(),
                "Đất đai",
                "Cấp đổi giấy chứng nhận",
                DUE,
                NOW,
                true,
                List.of(head()),
                reporter,
                RECEIVED,
                null);
    }

    public DossierRescheduled rescheduled(String code, String reason) {
        return new DossierRescheduled(
                code,
                agency,
                head(),
                "Đất đai",
                "Cấp đổi giấy chứng nhận",
                sealed(reason),
                Instant.parse("2026-02-10T02:00:00Z"),
                Instant.parse("2026-03-04T10:00:00Z"),
                Instant.parse("2026-03-11T10:00:00Z"),
                NOW,
                reporter,
                null);
    }

    public DossierFinished finished(String code, Duration late) {
        return finished(code, late, null);
    }

    public DossierFinished finished(String code, Duration late, @Nullable Integer workingDays) {
        return new DossierFinished(code, agency, NOW, DUE, late.getSeconds(), workingDays);
    }

    public static SealedText sealed(String words) {
        return TestKeys.SEALER.seal(words);
    }
}
