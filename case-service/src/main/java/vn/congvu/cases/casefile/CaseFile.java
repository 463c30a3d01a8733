package vn.congvu.cases.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.cases.casefile.Dialogue.Answer;
import vn.congvu.cases.casefile.Dialogue.Ending;
import vn.congvu.cases.casefile.Dialogue.Entry;
import vn.congvu.cases.casefile.Dialogue.Link;
import vn.congvu.cases.casefile.Dialogue.Message;
import vn.congvu.cases.casefile.Dialogue.Part;
import vn.congvu.cases.casefile.Dialogue.Question;
import vn.congvu.cases.casefile.Dialogue.Rating;
import vn.congvu.cases.casefile.Dialogue.Todo;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.SlaClock;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.outbox.Revision;

/**
 * <i>Hồ sơ vụ việc</i>: a report, the head who must answer it, the clocks that run, and everything that happened.
 *
 * <p>Immutable. {@link Decisions#decide} says what a command makes of it.
 *
 * @param id the complaint's id, so that a report delivered twice can't become two cases; parts carry a number after it
 * @param policy version of the SLA policy it started under
 * @param partOf the case it was split off from
 * @param joined duplicates whose reporters are answered with this case
 * @param transfers how often an agency passed it on
 * @param apologies when each was published
 * @param apologisedBy codes of the agencies that made the latest of these, which may have been another one than answers now; as many
 *     as were made since it is kept
 */
@Document("case_files")
@TypeAlias("case-file")
public record CaseFile(
        @Id String id,
        Revision revision,
        Report report,
        String policy,
        CaseState state,
        @Nullable Handling handling,
        List<Watch> watches,
        List<Question> questions,
        List<Message> messages,
        List<Answer> answers,
        @Nullable Rating rating,
        @Nullable Ending ending,
        @Nullable String partOf,
        List<Part> parts,
        List<Link> joined,
        int transfers,
        int reopenings,
        int extensions,
        List<Instant> apologies,
        @Nullable List<String> apologisedBy,
        List<Todo> todo,
        List<Entry> history,
        Lookup lookup)
        implements Aggregate {
    public CaseFile {
        watches = List.copyOf(watches);
        questions = List.copyOf(questions);
        messages = List.copyOf(messages);
        answers = List.copyOf(answers);
        parts = List.copyOf(parts);
        joined = List.copyOf(joined);
        apologies = List.copyOf(apologies);
        todo = List.copyOf(todo);
        history = List.copyOf(history);
    }

    @Override
    public String correlationId() {
        return report.reference();
    }

    public String reference() {
        return report.reference();
    }

    public Optional<Watch> watch(SlaClock clock) {
        return watches.stream().filter(w -> w.clock() == clock).findFirst();
    }

    /** The latest answer, also after the case was reopened. */
    public Optional<Answer> answer() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
    }

    /** The wait for the reporter that goes on now. */
    Optional<Question> openQuestion() {
        return questions.stream().filter(q -> q.answeredAt() == null).findFirst();
    }
}
