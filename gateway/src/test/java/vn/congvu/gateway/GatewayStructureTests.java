package vn.congvu.gateway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.congvu.platform.testing.HouseRules;

class GatewayStructureTests {
    @Test
    void theFeaturesDependOnEachOtherWithoutCycles() {
        ApplicationModules.of(GatewayApplication.class).verify();
    }

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("vn.congvu.gateway");
    }
}
