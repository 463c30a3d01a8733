package vn.congvu.gateway.choice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.congvu.gateway.choice.Lists.Line;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.text.Folding;

/**
 * The lists of the forms, remembered for a while. When the case-service is away they are those of before, or empty: a citizen
 * can complain without them.
 */
@Component
public class Choices {
    private static final Logger log = LoggerFactory.getLogger(Choices.class);
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final Lists lists;
    private final ConcurrentHashMap<String, Remembered> remembered = new ConcurrentHashMap<>();

    Choices(Services services) {
        lists = services.client(Service.CASES, Lists.class);
    }

    private record Remembered(List<Line> lines, long readAtNanos) {}

    public List<Choice> misconducts() {
        return choices("misconducts", lists::misconducts);
    }

    public List<Choice> agencies() {
        return choices("agencies", () -> lists.agencies(null));
    }

    public List<Choice> communes() {
        return choices("communes", lists::communes);
    }

    public List<Choice> fields() {
        return choices("fields", lists::fields);
    }

    /** What a code is called; the code itself where nobody knows. */
    public String nameOf(List<Choice> list, String code) {
        return list.stream()
                .filter(choice -> choice.code().equals(code))
                .map(Choice::name)
                .findFirst()
                .orElse(code);
    }

    /** The agency that the typed words name, in either language and without regard to diacritics, where it is only one. */
    public Optional<String> agencyCalled(String words) {
        var folded = Folding.fold(words);
        var same = lines("agencies", () -> lists.agencies(null)).stream()
                .filter(line -> folded.equals(Folding.fold(line.code()))
                        || (line.name() != null && folded.equals(Folding.fold(line.name())))
                        || (line.nameEn() != null && folded.equals(Folding.fold(line.nameEn()))))
                .map(Line::code)
                .distinct()
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    private List<Choice> choices(String name, Supplier<List<Line>> read) {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        return lines(name, read).stream().map(line -> line.in(english)).toList();
    }

    private List<Line> lines(String name, Supplier<List<Line>> read) {
        var known = remembered.get(name);
        if (known != null && System.nanoTime() - known.readAtNanos() < FRESH.toNanos()) {
            return known.lines();
        }
        try {
            var lines = read.get();
            remembered.put(name, new Remembered(lines, System.nanoTime()));
            return lines;
        } catch (ServiceAway | Refusal failure) {
            log.warn("the list of {} could not be read: {}", name, failure.getMessage());
            return known == null ? List.of() : known.lines();
        }
    }
}
