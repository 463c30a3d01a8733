package vn.congvu.cases.casefile;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.cases.watch.Sweeper;

/** Finds the cases whose next moment has come, by index, and lets it happen. */
@Component
class CaseSweep {
    private final CaseFiles files;
    private final CaseDesk desk;
    private final Surroundings surroundings;
    private final Sweeper sweeper;

    CaseSweep(CaseFiles files, CaseDesk desk, Surroundings surroundings, Sweeper sweeper) {
        this.files = files;
        this.desk = desk;
        this.surroundings = surroundings;
        this.sweeper = sweeper;
    }

    /** @return how many cases changed */
    @Scheduled(fixedDelayString = "${complaints.cases.sweep.interval:1s}")
    int sweep() {
        return sweeper.sweep(most -> files.due(surroundings.now(), most), desk::fire);
    }
}
