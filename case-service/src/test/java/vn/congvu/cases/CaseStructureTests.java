package vn.congvu.cases;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.congvu.platform.testing.HouseRules;

class CaseStructureTests {
    @Test
    void theFeaturesDependOnEachOtherWithoutCycles() {
        ApplicationModules.of(CaseApplication.class).verify();
    }

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("vn.congvu.cases");
    }

    @Test
    void saysForEveryStaffEndpointWhetherItIsAudited() {
        HouseRules.checkAudit("vn.congvu.cases");
    }
}
