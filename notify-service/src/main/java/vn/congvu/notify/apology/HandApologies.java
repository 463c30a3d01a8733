package vn.congvu.notify.apology;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.notify.notice.Notices;
import vn.congvu.notify.notice.Telling;
import vn.congvu.notify.site.Site;
import vn.congvu.notify.template.MessageKind;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.sealing.Sealer;

/** Apologies that a head makes of their own accord: a lost dossier, extra papers demanded, bad conduct found. */
@Component
class HandApologies {
    private final Apologies apologies;
    private final Notices notices;
    private final Sealer sealer;
    private final Site site;
    private final Clock clock;

    HandApologies(Apologies apologies, Notices notices, Sealer sealer, Site site, Clock clock) {
        this.apologies = apologies;
        this.notices = notices;
        this.sealer = sealer;
        this.site = site;
        this.clock = clock;
    }

    /** @param reference already in its plain form */
    record Wish(
            Subject subject,
            String reference,
            @Nullable String field,
            @Nullable String procedure,
            String reason,
            @Nullable Instant dueAt,
            @Nullable Instant newDueAt,
            ApologyGround ground,
            @Nullable String signedName) {}

    /**
     * Repeatable with the same key until it succeeded: letter, number and message are each made once.
     *
     * @throws Problem if the caller has no agency, or the key stands for another apology
     */
    Apology apologise(Wish wish, String key, Caller caller) {
        var code = agencyOf(caller).code();
        var apology = apologies.publish(draft(wish, ApologyKey.byHand(code, key), caller));
        if (!apology.reference().equals(wish.reference()) || !wish.reason().equals(apology.reason())) {
            throw new Problem(
                    ApologyProblems.OTHER_BODY,
                    new Bilingual(
                            "Dùng một Idempotency-Key mới cho mỗi thư xin lỗi.",
                            "Use a new Idempotency-Key for each apology."));
        }
        tell(apology, wish);
        return apology;
    }

    private Draft draft(Wish wish, String id, Caller caller) {
        var agency = agencyOf(caller);
        return new Draft(
                id,
                wish.subject(),
                wish.reference(),
                null,
                wish.reference(),
                agency,
                ApologyCause.BY_HAND,
                0,
                signerOf(caller, agency),
                wish.field(),
                wish.procedure(),
                null,
                wish.dueAt(),
                wish.newDueAt(),
                wish.reason(),
                wish.ground(),
                new Draft.Signed(wish.signedName(), clock.instant()),
                apologies.superiorOf(agency.code()).orElse(null));
    }

    /**
     * In whose name the caller speaks, as messages call it.
     *
     * @throws Problem if the caller has no agency
     */
    AgencyRef agencyOf(Caller caller) {
        var code = caller.agencyCode();
        if (code == null) {
            throw new Problem(
                    ApologyProblems.NO_AGENCY,
                    new Bilingual(
                            "Chỉ người đứng đầu một cơ quan xin lỗi thay mặt cơ quan đó.",
                            "Only the head of an agency apologises in its name."));
        }
        return notices.lastNameOf(code).orElseGet(() -> new AgencyRef(code, code));
    }

    static String signerOf(Caller caller, AgencyRef agency) {
        return Objects.requireNonNullElse(caller.title(), "Người đứng đầu " + agency.name());
    }

    /** Only somebody whom this agency has dealt with in this very matter: else a typo would write to a stranger. */
    private void tell(Apology apology, Wish wish) {
        notices.lastTold(apology.reference(), apology.agency().code()).ifPresent(person -> {
            Map<String, String> values = new HashMap<>();
            values.put(
                    "reference",
                    Reference.parse(apology.reference()).map(Reference::spoken).orElse(apology.reference()));
            values.put("agency", apology.agency().name());
            values.put("number", apology.number());
            values.put("letter", site.url(BoardAddresses.letter(apology.id())));
            values.put("board", site.board());
            if (wish.newDueAt() != null) {
                values.put("due", site.dateTime(wish.newDueAt()));
            }
            notices.tell(new Telling(
                    apology.id(),
                    MessageKind.APOLOGY_BY_HAND,
                    person,
                    apology.complaintId(),
                    apology.reference(),
                    apology.agency(),
                    values,
                    Map.of("reason", sealer.seal(wish.reason())),
                    apology.publishedAt(),
                    false,
                    apology.id()));
        });
    }
}
