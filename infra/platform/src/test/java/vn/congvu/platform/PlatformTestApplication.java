package vn.congvu.platform;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Queues;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.inbox.RetryLater;
import vn.congvu.platform.inbox.Subscription;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.outbox.Publisher;
import vn.congvu.platform.outbox.Revision;

/** A little service that publishes on {@code complaints.cases} and reads what it published itself. */
@SpringBootApplication
public class PlatformTestApplication {
    /** A parcel that can be closed again and again. */
    @Document("parcels")
    @TypeAlias("parcel")
    public record Parcel(
            String id,
            Revision revision,
            String label,
            @Nullable String note) implements Aggregate {
        public static Parcel labelled(String id, String label) {
            return new Parcel(id, Revision.none(), label, null);
        }

        public Parcel relabelled(String newLabel, @Nullable String newNote) {
            return new Parcel(id, revision, newLabel, newNote);
        }

        @Override
        public String correlationId() {
            return label;
        }
    }

    /** What the reader has seen, and how it behaves. */
    public static final class Reader {
        public final List<Received<CaseClosed>> seen = new CopyOnWriteArrayList<>();
        public volatile RuntimeException failure;
        public volatile boolean away;

        void handle(Received<CaseClosed> received) {
            if (away) {
                throw new RetryLater("away");
            }
            if (failure != null) {
                throw failure;
            }
            seen.add(received);
        }

        public List<Long> sequencesOf(String aggregateId) {
            return seen.stream()
                    .filter(received -> received.aggregateId().equals(aggregateId))
                    .map(Received::sequence)
                    .toList();
        }
    }

    @Bean
    Publisher publisher() {
        return new Publisher(Exchanges.CASES, List.of(Parcel.class));
    }

    @Bean
    Reader reader() {
        return new Reader();
    }

    @Bean
    Subscription subscription(Reader reader) {
        return Subscription.to(Exchanges.CASES, Queues.INTAKE_FOLLOW_CASES.queue())
                .on(CaseClosed.class, reader::handle)
                .build();
    }
}
