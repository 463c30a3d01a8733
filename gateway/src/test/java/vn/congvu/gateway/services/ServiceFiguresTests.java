package vn.congvu.gateway.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;

@GatewayTest
class ServiceFiguresTests {
    @Autowired
    ServiceFigures figures;

    @BeforeEach
    void allAreReady() {
        Behind.reset();
        Behind.says(Behind.INTAKE, "/readyz", "{}");
        Behind.says(Behind.CASES, "/readyz", "{}");
        Behind.says(Behind.NOTIFY, "/readyz", "{}");
    }

    @Test
    void namesTheServicesThatDoNotAnswer() {
        figures.read();
        assertThat(figures.trouble()).isEmpty();
        Behind.isAway(Behind.CASES);

        figures.read();

        assertThat(figures.trouble()).contains("case-service: not ready");
    }
}
