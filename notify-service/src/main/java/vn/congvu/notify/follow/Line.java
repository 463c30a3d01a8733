package vn.congvu.notify.follow;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reporter;
import vn.congvu.notify.notice.Telling.To;
import vn.congvu.notify.template.MessageKind;

/** One line of {@link WhoIsTold}: when this happens, these people are told that. */
record Line<E extends Event>(
        Class<E> event, Function<E, List<To>> who, MessageKind what, BiFunction<E, Facts, Facts> facts) {
    static <E extends Event> When<E> when(Class<E> event) {
        return new When<>(event);
    }

    /** The first half of a line. */
    record When<E extends Event>(Class<E> event) {
        /** Nobody where the function gives nobody, or where the reporter left no way to be reached. */
        Whom<E> reporter(Function<E, @Nullable Reporter> reporter) {
            return new Whom<>(event, happened -> people(reporter.apply(happened)));
        }

        Whom<E> offices(Function<E, List<Office>> offices) {
            return new Whom<>(event, happened -> offices.apply(happened).stream()
                    .<To>map(To.Mailbox::new)
                    .distinct()
                    .toList());
        }

        private static List<To> people(@Nullable Reporter reporter) {
            var contactRef = reporter == null ? null : reporter.contactRef();
            return reporter == null || contactRef == null
                    ? List.of()
                    : List.of(new To.Person(contactRef, reporter.language()));
        }
    }

    /** Event and recipients; the message ends the line. */
    record Whom<E extends Event>(Class<E> event, Function<E, List<To>> who) {
        Line<E> hears(MessageKind what, BiFunction<E, Facts, Facts> facts) {
            return new Line<>(event, who, what, facts);
        }
    }
}
