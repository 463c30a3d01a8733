package vn.congvu.intake;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.boot.test.context.TestConfiguration;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.contracts.cases.QuestionAsked;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.intake.tracking.Progress;
import vn.congvu.intake.tracking.ProgressBook;
import vn.congvu.platform.sealing.Sealer;
import vn.congvu.platform.testing.Incoming;
import vn.congvu.platform.testing.MutableClock;

/** The other services: what they say about a report, and that it has arrived. */
@TestConfiguration(proxyBeanMethods = false)
public class Suite {
    public static final AgencyRef CONSTRUCTION = new AgencyRef("SXD", "Sở Xây dựng");
    private static final Office HEAD = new Office("AGENCY_HEAD", "SXD", "Giám đốc Sở Xây dựng", null);
    private static final Reporter NOBODY = new Reporter(null, Channel.WEB, Language.VI);

    private final Incoming incoming;
    private final Complaints complaints;
    private final ProgressBook book;
    private final Sealer sealer;
    private final MutableClock clock;
    private final Map<String, String> cases = new ConcurrentHashMap<>();

    Suite(Incoming incoming, Complaints complaints, ProgressBook book, Sealer sealer, MutableClock clock) {
        this.incoming = incoming;
        this.complaints = complaints;
        this.book = book;
        this.sealer = sealer;
        this.clock = clock;
    }

    public Complaint complaint(String reference) {
        return complaints.byReference(new Reference(reference)).orElseThrow();
    }

    public Progress progress(String reference) {
        return book.of(complaint(reference).id(), reference);
    }

    public void assigns(String reference) {
        var now = clock.instant();
        says(
                reference,
                new CaseAssigned(
                        caseOf(reference),
                        complaint(reference).id(),
                        reference,
                        ComplaintKind.CONDUCT,
                        List.of(Misconduct.ATTITUDE),
                        CONSTRUCTION,
                        HEAD,
                        List.of(new Bilingual("Người gửi nêu cơ quan này", "The reporter named this agency")),
                        false,
                        now,
                        now.plus(Duration.ofDays(2)),
                        now.plus(Duration.ofDays(14)),
                        NOBODY),
                progress -> progress.isWith("SXD"));
    }

    public void asks(String reference, String question) {
        var now = clock.instant();
        says(
                reference,
                new QuestionAsked(
                        caseOf(reference),
                        complaint(reference).id(),
                        reference,
                        Ids.next(),
                        sealed(question),
                        now,
                        now.plus(Duration.ofDays(10)),
                        NOBODY),
                progress -> progress.state().name().startsWith("WAITING"));
    }

    public void answers(String reference, String answer) {
        var now = clock.instant();
        says(
                reference,
                new CaseAnswered(
                        caseOf(reference),
                        complaint(reference).id(),
                        reference,
                        CONSTRUCTION,
                        HEAD,
                        sealed(answer),
                        Finding.SUBSTANTIATED,
                        List.of(),
                        now,
                        null,
                        0,
                        now.plus(Duration.ofDays(14)),
                        NOBODY,
                        null),
                progress -> progress.state().name().equals("ANSWERED"));
    }

    public void closes(String reference) {
        says(
                reference,
                new CaseClosed(caseOf(reference), complaint(reference).id(), reference, clock.instant()),
                progress -> progress.state().name().equals("CLOSED"));
    }

    /** Publishes an event of the report's case and waits until it shows. */
    public void says(String reference, Event event, Predicate<Progress> shows) {
        incoming.publish(Exchanges.CASES, caseOf(reference), reference, event);
        awaitProgress(reference, shows);
    }

    public void awaitProgress(String reference, Predicate<Progress> shows) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> shows.test(progress(reference)));
    }

    public String caseOf(String reference) {
        return cases.computeIfAbsent(reference, any -> Ids.next());
    }

    public SealedText sealed(String words) {
        return sealer.seal(words);
    }

    public Instant now() {
        return clock.instant();
    }
}
