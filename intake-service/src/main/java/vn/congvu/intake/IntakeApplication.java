package vn.congvu.intake;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import vn.congvu.contracts.Exchanges;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.datarequest.DataRequest;
import vn.congvu.platform.outbox.Publisher;

@SpringBootApplication
class IntakeApplication {
    @Bean
    Publisher intakePublisher() {
        return new Publisher(Exchanges.INTAKE, List.of(Complaint.class, DataRequest.class));
    }

    static void main(String[] args) {
        SpringApplication.run(IntakeApplication.class, args);
    }
}
