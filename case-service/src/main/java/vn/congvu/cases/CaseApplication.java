package vn.congvu.cases;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import vn.congvu.cases.answerdate.AnswerDates;
import vn.congvu.cases.casefile.CaseFile;
import vn.congvu.cases.dossier.Dossier;
import vn.congvu.contracts.Exchanges;
import vn.congvu.platform.outbox.Publisher;

/** Decides: directory, routing, case files, deadlines, dossiers, statistics. */
@Modulithic(systemName = "Case service")
@SpringBootApplication
class CaseApplication {
    static void main(String[] args) {
        SpringApplication.run(CaseApplication.class, args);
    }

    /** The sweeps wait for each other's end but not for other sweeps: one thread each, kept few. */
    @Bean
    TaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(8);
        scheduler.setThreadNamePrefix("sweep-");
        return scheduler;
    }

    @Bean
    Publisher publisher() {
        return new Publisher(Exchanges.CASES, List.of(CaseFile.class, Dossier.class, AnswerDates.class));
    }
}
