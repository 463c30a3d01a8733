package vn.congvu.cases;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import vn.congvu.cases.answerdate.AnswerDates;
import vn.congvu.cases.casefile.CaseFile;
import vn.congvu.cases.directory.Vacancy;
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

    @Bean
    Publisher publisher() {
        return new Publisher(Exchanges.CASES, List.of(CaseFile.class, Dossier.class, AnswerDates.class, Vacancy.class));
    }
}
