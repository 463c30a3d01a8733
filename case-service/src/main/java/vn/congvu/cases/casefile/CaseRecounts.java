package vn.congvu.cases.casefile;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.congvu.cases.casefile.CaseCommand.MoveDeadlines;
import vn.congvu.cases.policy.SlaPolicies;
import vn.congvu.cases.watch.Recountable;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.platform.outbox.StaleRevisionException;

/** Counts the clocks of a case again. */
@Component
class CaseRecounts implements Recountable<CaseFile> {
    private static final Logger LOG = LoggerFactory.getLogger(CaseRecounts.class);

    private final CaseFiles files;
    private final CaseDesk desk;
    private final Surroundings surroundings;
    private final SlaPolicies policies;

    CaseRecounts(CaseFiles files, CaseDesk desk, Surroundings surroundings, SlaPolicies policies) {
        this.files = files;
        this.desk = desk;
        this.surroundings = surroundings;
        this.policies = policies;
    }

    @Override
    public Subject of() {
        return Subject.CASE;
    }

    @Override
    public long open() {
        return files.open();
    }

    @Override
    public List<CaseFile> openAfter(String id, int limit) {
        return files.openAfter(id, limit);
    }

    @Override
    public String id(CaseFile file) {
        return file.id();
    }

    @Override
    public boolean byCalendar(CaseFile file) {
        return untilStored(file, present -> desk.decideNow(present, new MoveDeadlines(BY_CALENDAR)));
    }

    @Override
    public boolean byPolicy(CaseFile file) {
        return untilStored(file, present -> {
            var holds = policies.holdsFor(present.policy(), surroundings.now());
            return holds.id().equals(present.policy())
                    ? Optional.empty()
                    : desk.decideUnder(
                            surroundings.under(holds, Circumstances.SYSTEM), present, new MoveDeadlines(BY_POLICY));
        });
    }

    /** Decided again on what it is by then, when somebody else was faster. */
    private boolean untilStored(CaseFile file, Function<CaseFile, Optional<CaseFile>> again) {
        for (var present = Optional.of(file); present.isPresent(); present = files.find(file.id())) {
            try {
                return again.apply(present.get()).isPresent();
            } catch (StaleRevisionException overtaken) {
                LOG.debug("{} changed while its deadlines were counted again", file.id());
            }
        }
        return false;
    }
}
