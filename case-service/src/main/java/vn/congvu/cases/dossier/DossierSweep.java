package vn.congvu.cases.dossier;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.cases.watch.Sweeper;

/** Finds the dossiers whose next moment has come, by index, and lets it happen. */
@Component
class DossierSweep {
    private final DossierDesk desk;
    private final Sweeper sweeper;

    DossierSweep(DossierDesk desk, Sweeper sweeper) {
        this.desk = desk;
        this.sweeper = sweeper;
    }

    /** @return how many dossiers changed */
    @Scheduled(fixedDelayString = "${complaints.cases.sweep.interval:1s}")
    int sweep() {
        return sweeper.sweep(most -> desk.due(desk.now(), most), desk::fire);
    }
}
