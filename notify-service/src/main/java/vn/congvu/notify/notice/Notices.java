package vn.congvu.notify.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Office;
import vn.congvu.notify.template.MessageKind;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.Revision;

/** Puts messages into the ledger, each once. */
@Component
public class Notices {
    /** What is published about notices. */
    public static final Class<? extends Aggregate> AGGREGATE = Notice.class;

    private static final Logger log = LoggerFactory.getLogger(Notices.class);
    /** Later than this, a reply is not immediate any more and waits for the morning. */
    private static final Duration IMMEDIATE = Duration.ofMinutes(30);
    /** What is due longest goes first, so an immediate reply does not wait behind a morning's backlog. */
    private static final Duration BEFORE_THE_OTHERS = Duration.ofDays(1);

    private final Aggregates aggregates;
    private final MongoTemplate mongo;
    private final Clock clock;

    Notices(Aggregates aggregates, MongoTemplate mongo, Clock clock) {
        this.aggregates = aggregates;
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Does nothing when this message is in the ledger already. */
    public void tell(Telling telling) {
        try {
            aggregates.insert(notice(telling), List.of());
        } catch (DuplicateKeyException there) {
            log.debug("{} about {} is in the ledger already", telling.kind(), telling.reference());
        }
    }

    /** The person who was last told something about a matter of this agency. */
    public Optional<Telling.To.Person> lastTold(String reference, String agencyCode) {
        return Optional.ofNullable(mongo.findOne(
                        query(where("reference")
                                        .is(reference)
                                        .and("contactRef")
                                        .exists(true)
                                        .and("agency.code")
                                        .is(agencyCode))
                                .with(Sort.by(Sort.Direction.DESC, "createdAt")),
                        Notice.class))
                .flatMap(notice -> Optional.ofNullable(notice.contactRef())
                        .map(ref -> new Telling.To.Person(ref, notice.language())));
    }

    /** The office that was last told one of these about a matter. */
    public Optional<Office> lastMailbox(String reference, MessageKind... kinds) {
        return Optional.ofNullable(mongo.findOne(
                        query(where("reference").is(reference).and("kind").in(List.of(kinds)))
                                .with(Sort.by(Sort.Direction.DESC, "createdAt")),
                        Notice.class))
                .flatMap(notice -> Optional.ofNullable(notice.office()));
    }

    /** What an agency was last called in a message. */
    public Optional<AgencyRef> lastNameOf(String agencyCode) {
        return Optional.ofNullable(mongo.findOne(
                        query(where("agency.code").is(agencyCode)).with(Sort.by(Sort.Direction.DESC, "createdAt")),
                        Notice.class))
                .flatMap(notice -> Optional.ofNullable(notice.agency()));
    }

    private Notice notice(Telling telling) {
        var now = clock.instant();
        var person = telling.to() instanceof Telling.To.Person to ? to : null;
        var office = telling.to() instanceof Telling.To.Mailbox(var box) ? box : null;
        var delivery =
                office != null && (office.email() == null || office.email().isBlank())
                        ? Delivery.to("no-mailbox")
                        : Delivery.from(telling.immediate() ? now.minus(BEFORE_THE_OTHERS) : now);
        return new Notice(
                idOf(telling),
                Revision.none(),
                telling.kind(),
                person == null ? null : person.contactRef(),
                office,
                person == null ? Language.VI : person.language(),
                telling.complaintId(),
                telling.reference(),
                telling.agency(),
                telling.values(),
                telling.words(),
                now,
                telling.immediate() ? telling.occurredAt().plus(IMMEDIATE) : null,
                delivery,
                null,
                person == null ? null : telling.letterId());
    }

    static String idOf(Telling telling) {
        var recipient =
                switch (telling.to()) {
                    case Telling.To.Person person -> "person " + person.contactRef();
                    case Telling.To.Mailbox(var office) ->
                        "office " + office.role() + " " + office.agencyCode() + " " + office.title();
                };
        var name = telling.cause() + "\n" + telling.kind().slug() + "\n" + recipient;
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }
}
