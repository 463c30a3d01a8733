package vn.congvu.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.modulith.core.ApplicationModules;
import vn.congvu.platform.testing.HouseRules;

class IntakeArchitectureTests {
    @Test
    void modulesKeepToTheirWalls() {
        ApplicationModules.of(IntakeApplication.class).verify();
    }

    @Test
    void keepsTheHouseRules() {
        HouseRules.check("vn.congvu.intake");
    }

    @Test
    void saysForEveryStaffEndpointWhetherItIsAudited() {
        HouseRules.checkAudit("vn.congvu.intake");
    }

    @Test
    void nobodyButTheVaultStoresWhoReported() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("vn.congvu.intake");

        noClasses()
                .that()
                .areAnnotatedWith(Document.class)
                .and()
                .resideOutsideOfPackage("..vault..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..vault..", "..phone..")
                .check(classes);
    }
}
