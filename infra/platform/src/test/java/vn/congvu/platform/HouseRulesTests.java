package vn.congvu.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.congvu.platform.testing.HouseRules;

class HouseRulesTests {
    @Test
    void findsARealOffence() {
        // the plumbing itself reads the machine's clock for leases, which a service must not
        assertThatThrownBy(() -> HouseRules.check("vn.congvu.platform"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("time is injected");
    }
}
