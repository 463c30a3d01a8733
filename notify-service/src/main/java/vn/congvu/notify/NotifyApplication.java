package vn.congvu.notify;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.congvu.contracts.Exchanges;
import vn.congvu.notify.apology.ApologyDesk;
import vn.congvu.notify.notice.Notices;
import vn.congvu.platform.outbox.Publisher;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class NotifyApplication {
    static void main(String[] args) {
        SpringApplication.run(NotifyApplication.class, args);
    }

    @Bean
    Publisher publisher() {
        return new Publisher(Exchanges.NOTIFY, List.of(Notices.AGGREGATE, ApologyDesk.AGGREGATE));
    }
}
