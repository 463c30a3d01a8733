package vn.congvu.notify;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class NotifyApplication {
    static void main(String[] args) {
        SpringApplication.run(NotifyApplication.class, args);
    }
}
