package vn.congvu.cases.casefile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.congvu.cases.casefile.CaseCommand.AddEvidence;
import vn.congvu.cases.casefile.CaseCommand.RateAnswer;
import vn.congvu.cases.casefile.CaseCommand.ReceiveMessage;
import vn.congvu.cases.casefile.CaseCommand.ReporterWithdraws;
import vn.congvu.cases.casefile.CaseCommand.RequestReopening;
import vn.congvu.cases.casefile.Dialogue.Message;
import vn.congvu.cases.casefile.Dialogue.Rating;
import vn.congvu.cases.casefile.Report.Evidence;
import vn.congvu.cases.policy.Severity;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.intake.ComplaintMessageAdded;
import vn.congvu.contracts.intake.ComplaintRated;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.contracts.intake.ComplaintWithdrawn;
import vn.congvu.contracts.intake.EvidenceAdded;
import vn.congvu.contracts.intake.ReopeningRequested;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.inbox.Subscription;

/** What reporters do, as the intake service tells it. */
@Configuration(proxyBeanMethods = false)
class FollowComplaints {
    private final CaseDesk desk;
    private final CaseFiles files;
    private final Reading reading;
    private final Surroundings surroundings;

    FollowComplaints(CaseDesk desk, CaseFiles files, Reading reading, Surroundings surroundings) {
        this.desk = desk;
        this.files = files;
        this.reading = reading;
        this.surroundings = surroundings;
    }

    @Bean
    Subscription complaints() {
        return Subscription.to(Exchanges.INTAKE, "cases.follow-complaints")
                .on(ComplaintReceived.class, this::received)
                .on(ComplaintMessageAdded.class, this::messageAdded)
                .on(EvidenceAdded.class, this::evidenceAdded)
                .on(ComplaintRated.class, this::rated)
                .on(ReopeningRequested.class, this::reopeningRequested)
                .on(ComplaintWithdrawn.class, this::withdrawn)
                .build();
    }

    private void received(Received<ComplaintReceived> cause) {
        var event = cause.event();
        var report = report(event);
        var named = new ArrayList<>(List.of(event.reference()));
        add(named, event.dossierCode());
        var texts = new ArrayList<>(List.of(reading.text(report)));
        add(texts, opened(event.agencyWords()));
        var opening = Opening.open(
                event.complaintId(),
                report,
                null,
                reading.route(report, event.suspect()),
                reading.wordCodes(named, texts),
                event.acknowledged(),
                event.receivedAt(),
                surroundings.of(event.receivedAt(), Circumstances.SYSTEM));
        desk.open(opening, cause);
    }

    /** What the reporter did not say is read from the words, for people to correct. */
    private Report report(ComplaintReceived event) {
        var seems = reading.suggest(reading.open(event.text()));
        var kind = event.kind() != null ? event.kind() : seems.kind() != null ? seems.kind() : ComplaintKind.CONDUCT;
        var conduct = event.misconducts().isEmpty() && kind == ComplaintKind.CONDUCT
                ? guessed(seems.misconducts())
                : event.misconducts();
        var day = event.occurredOn();
        return new Report(
                event.complaintId(),
                event.reference(),
                event.channel(),
                kind,
                conduct,
                Severity.of(conduct),
                List.of(event.text()),
                event.agencyCode(),
                event.agencyWords(),
                event.dossierCode(),
                event.communeCode(),
                event.field(),
                event.accused(),
                day == null ? null : day.toString(),
                event.receivedAt(),
                event.reporter(),
                event.identityRef(),
                event.samePersonRef(),
                List.of());
    }

    /** Corruption is more than a third guess: it must be what the words say first of all. */
    private static List<Misconduct> guessed(List<Misconduct> guesses) {
        return guesses.stream()
                .filter(guess -> guess != Misconduct.CORRUPTION || guess == guesses.getFirst())
                .toList();
    }

    private void messageAdded(Received<ComplaintMessageAdded> cause) {
        var event = cause.event();
        var message = new Message(event.messageId(), event.channel(), event.text(), event.writtenAt());
        boolean part = event.partOfComplaint();
        for (CaseFile file : withTargets(casesOf(event.complaintId()))) {
            boolean again = part && file.state() == CaseState.TRIAGE && file.partOf() == null;
            follow(
                    file,
                    cause,
                    new ReceiveMessage(
                            message,
                            part && file.partOf() == null,
                            part ? reading.wordCodes(List.of(), List.of(reading.open(event.text()))) : List.of(),
                            again ? reading.route(file.report().withPart(event.text()), false) : null));
        }
    }

    private void evidenceAdded(Received<EvidenceAdded> cause) {
        var event = cause.event();
        var evidence = new Evidence(event.evidenceId(), event.mediaType(), event.bytes(), event.addedAt());
        first(cause, event.complaintId(), new AddEvidence(evidence));
    }

    private void rated(Received<ComplaintRated> cause) {
        var event = cause.event();
        first(
                cause,
                event.complaintId(),
                new RateAnswer(new Rating(event.solved(), event.score(), event.words(), event.ratedAt())));
    }

    private void reopeningRequested(Received<ReopeningRequested> cause) {
        var event = cause.event();
        first(cause, event.complaintId(), new RequestReopening(event.reason(), event.requestedAt()));
    }

    /** Takes back what was split off as well. */
    private void withdrawn(Received<ComplaintWithdrawn> cause) {
        var event = cause.event();
        for (CaseFile file : casesOf(event.complaintId())) {
            follow(file, cause, new ReporterWithdraws(event.reason(), event.withdrawnAt()));
        }
    }

    private void first(Received<?> cause, String complaintId, CaseCommand command) {
        var file = files.find(complaintId)
                .orElseThrow(() -> new IllegalStateException("no case for complaint " + complaintId));
        follow(file, cause, command);
    }

    /** Whoever works on the case that a duplicate was joined to reads what its reporter writes. */
    private List<CaseFile> withTargets(List<CaseFile> cases) {
        var all = new ArrayList<>(cases);
        for (CaseFile file : cases) {
            var target = file.lookup().mergedInto();
            if (target != null && all.stream().noneMatch(f -> f.id().equals(target))) {
                files.find(target).filter(f -> mayRead(f, file)).ifPresent(all::add);
            }
        }
        return all;
    }

    private static boolean mayRead(CaseFile target, CaseFile duplicate) {
        var agency = target.lookup().assignedTo();
        return agency == null || !duplicate.lookup().hiddenFrom().contains(agency);
    }

    private List<CaseFile> casesOf(String complaintId) {
        var cases = files.ofComplaint(complaintId);
        if (cases.isEmpty()) {
            throw new IllegalStateException("no case for complaint " + complaintId);
        }
        return cases;
    }

    private void follow(CaseFile file, Received<?> cause, CaseCommand command) {
        desk.follow(file, cause, Circumstances.REPORTER, command);
    }

    private @Nullable String opened(@Nullable SealedText sealed) {
        return sealed == null ? null : reading.open(sealed);
    }

    private static void add(List<String> words, @Nullable String word) {
        if (word != null) {
            words.add(word);
        }
    }
}
