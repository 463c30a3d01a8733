package vn.congvu.intake.hotline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Language;
import vn.congvu.intake.complaint.Acceptance;
import vn.congvu.intake.complaint.Accepted;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.Submission;
import vn.congvu.intake.evidence.EvidenceStore;
import vn.congvu.intake.phone.PhoneNumber;
import vn.congvu.intake.twilio.TwilioApi;
import vn.congvu.intake.vault.Person;
import vn.congvu.intake.vault.Vault;

/** Deals with calls: each that leaves a recording is one report, and the recording is fetched until it is there. */
@Component
class HotlineDesk {
    private static final Logger log = LoggerFactory.getLogger(HotlineDesk.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** With an hour between the later ones, about three days. */
    private static final int MOST_ATTEMPTS = 80;

    /** What Twilio says instead of a number when the caller hides it. */
    private static final Set<String> HIDDEN = Set.of("+266696687", "+7378742833", "+8656696", "+2562533");

    private final Recordings recordings;
    private final Acceptance acceptance;
    private final EvidenceStore evidence;
    private final Vault vault;
    private final TwilioApi twilio;
    private final Clock clock;

    HotlineDesk(
            Recordings recordings,
            Acceptance acceptance,
            EvidenceStore evidence,
            Vault vault,
            TwilioApi twilio,
            Clock clock) {
        this.recordings = recordings;
        this.acceptance = acceptance;
        this.evidence = evidence;
        this.vault = vault;
        this.twilio = twilio;
        this.clock = clock;
    }

    /** @param from as the provider writes it */
    void ringing(String callSid, @Nullable String from) {
        recordings.note(new HotlineCall(callSid, contact(callSid, from), now(), null));
    }

    void leftNothing(String callSid, String reason) {
        recordings.note(callSid, reason);
    }

    /**
     * A recording is there: written down, then the report, then fetched.
     *
     * @param from where the provider repeats it; else who rang
     */
    Accepted recorded(String callSid, String recordingSid, @Nullable Integer seconds, @Nullable String from) {
        var contactRef = Optional.ofNullable(contact(callSid, from))
                .or(() -> recordings.call(callSid).map(HotlineCall::contactRef))
                .orElse(null);
        recordings.intend(
                new Recording(recordingSid, callSid, contactRef, seconds, Recording.State.PENDING, 0, now(), now()));
        var accepted = report(recordings.get(recordingSid));
        Thread.ofVirtual().name("fetch " + recordingSid).start(this::fetchDue);
        return accepted;
    }

    /** Fetches what is due; called after each call and again and again. */
    void fetchDue() {
        try {
            recordings.claimDue(clock.instant(), LEASE).forEach(this::fetch);
        } catch (RuntimeException failure) {
            log.error("fetching recordings failed and is tried again", failure);
        }
    }

    private void fetch(Recording recording) {
        var sid = recording.recordingSid();
        try {
            var complaint = report(recording).complaint();
            evidence.addRecording(complaint.id(), twilio.recording(sid));
            recordings.finish(sid, Recording.State.STORED);
            log.info("recording of {} is stored", complaint.reference());
        } catch (TwilioApi.Unavailable | IllegalArgumentException notYet) {
            if (recording.attempts() >= MOST_ATTEMPTS) {
                recordings.finish(sid, Recording.State.FAILED);
                log.error("recording {} is given up: {}", sid, notYet.getMessage());
                return;
            }
            var wait = FIRST_WAIT.multipliedBy(1L << Math.min(recording.attempts(), 12));
            recordings.tryAgainAt(sid, clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
            log.warn(
                    "recording {} could not be fetched at attempt {}: {}",
                    sid,
                    recording.attempts(),
                    notYet.getMessage());
        }
    }

    /** The report of a call, whoever wrote it down first. */
    private Accepted report(Recording recording) {
        var key = key(recording.callSid());
        return acceptance.find(key).orElseGet(() -> {
            var text = "Ghi âm cuộc gọi tới đường dây nóng"
                    + (recording.seconds() == null ? "" : ", dài " + recording.seconds() + " giây")
                    + ". Nghe tệp đính kèm.";
            var submission = new Submission(
                    key,
                    Channel.HOTLINE,
                    Language.VI,
                    Complaint.Content.of(text, text),
                    vault.owner(recording.contactRef()),
                    false,
                    recording.receivedAt());
            return acceptance
                    .accepted(submission)
                    .or(() -> acceptance.find(key))
                    .orElseThrow(() -> new IllegalStateException("the report of a call is neither new nor there"));
        });
    }

    static String key(String callSid) {
        return "call:" + callSid;
    }

    private @Nullable String contact(String callSid, @Nullable String from) {
        var person = from != null
                        && !HIDDEN.contains(from)
                        && PhoneNumber.read(from) instanceof PhoneNumber.Reading.Readable(var number)
                ? Person.calling(number.e164())
                : Person.anonymous();
        if (person.phone() != null) {
            vault.heardFrom(person.phone());
        }
        return vault.store(key(callSid), person).contactRef();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
