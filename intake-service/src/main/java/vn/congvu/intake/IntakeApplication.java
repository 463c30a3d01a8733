package vn.congvu.intake;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class IntakeApplication {
    static void main(String[] args) {
        SpringApplication.run(IntakeApplication.class, args);
    }
}
