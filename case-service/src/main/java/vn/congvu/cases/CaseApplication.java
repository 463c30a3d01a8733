package vn.congvu.cases;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class CaseApplication {
    static void main(String[] args) {
        SpringApplication.run(CaseApplication.class, args);
    }
}
