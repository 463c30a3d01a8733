package vn.congvu.intake.hotline;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Fetches recordings again that were not to be had. */
@Component
class RecordingSweep {
    private final HotlineDesk desk;

    RecordingSweep(HotlineDesk desk) {
        this.desk = desk;
    }

    @Scheduled(fixedDelayString = "${complaints.intake.hotline.fetch-every:PT5S}")
    void fetch() {
        desk.fetchDue();
    }
}
