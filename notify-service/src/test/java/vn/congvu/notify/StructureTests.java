package vn.congvu.notify;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import vn.congvu.platform.testing.HouseRules;

class StructureTests {
    private static final JavaClasses SERVICE =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("vn.congvu.notify");

    @Test
    void modulesUseEachOtherOnlyAsTheirWordsSay() {
        ApplicationModules.of(NotifyApplication.class).verify();
    }

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("vn.congvu.notify");
    }

    @Test
    void saysForEveryStaffEndpointWhetherItIsAudited() {
        HouseRules.checkAudit("vn.congvu.notify");
    }

    @Test
    void controllersAndStoredDocumentsStayInside() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(Document.class)
                .should()
                .bePackagePrivate()
                .check(SERVICE);
    }

    @Test
    void onlyTheChannelKnowsTheProviders() {
        noClasses()
                .that(not(resideInAPackage("vn.congvu.notify.channel..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.twilio..", "jakarta.mail..", "org.springframework.mail..")
                .check(SERVICE);
    }
}
