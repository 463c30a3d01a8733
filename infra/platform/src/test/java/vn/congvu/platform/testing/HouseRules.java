package vn.congvu.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PostAuthorize;
import org.springframework.security.access.prepost.PostFilter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.access.prepost.PreFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;

/** What every service keeps to, checked on its compiled classes. */
public final class HouseRules {
    private static final Set<String> NOT_FOR_STAFF = Set.of("permitAll()", "hasRole('SERVICE')");

    private HouseRules() {}

    /** @throws AssertionError that lists every offence of the service's main classes */
    public static void check(String basePackage) {
        var classes = written(basePackage);
        rules(basePackage).forEach(rule -> rule.allowEmptyShould(true).check(classes));
        checkVisibility(classes, basePackage);
    }

    /**
     * For a service behind the gateway.
     *
     * @throws AssertionError that lists the handler methods of staff that don't say whether they are audited
     */
    public static void checkAudit(String basePackage) {
        var classes = written(basePackage);
        methods()
                .that(are(handlers()))
                .should(sayWhetherTheyAreAudited())
                .because("every read of a case by staff is in the audit trail")
                .check(classes);
    }

    /** Without what a build before this one has made for a prepared start. */
    private static JavaClasses written(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("__") && !location.contains("$$SpringCGLIB$$"))
                .importPackages(basePackage);
    }

    private static List<ArchRule> rules(String basePackage) {
        return List.of(
                methods()
                        .that(are(handlers()))
                        .should(sayWhoMayCall())
                        .because("a forgotten annotation must not open an endpoint"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(PostAuthorize.class, PreFilter.class, PostFilter.class, Secured.class)
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAPackage("jakarta.annotation.security")
                        .because("who may call is looked for in @PreAuthorize only"),
                noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(ZonedDateTime.class, "now")
                        .because("time is injected, so that it can be moved"),
                classes()
                        .that()
                        .areAnnotatedWith(Document.class)
                        .should()
                        .beAnnotatedWith(TypeAlias.class)
                        .because("stored documents must survive a renamed class"),
                fields().should().notBeAnnotatedWith(Autowired.class).because("dependencies come by constructor"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Value.class)
                        .because("settings are typed records"),
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAPackage("vn.congvu..")
                                .and(not(resideInAPackage(basePackage + "..")))
                                .and(not(resideInAPackage("vn.congvu.platform..")))
                                .and(not(resideInAPackage("vn.congvu.contracts.."))))
                        .because("services never depend on each other's jar"));
    }

    private static void checkVisibility(JavaClasses classes, String basePackage) {
        var topLevel = classes.stream()
                .filter(type -> type.getPackageName().startsWith(basePackage) && type.isTopLevelClass())
                .filter(type -> !"package-info".equals(type.getSimpleName()))
                .toList();
        long open = topLevel.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        if (open * 2 > topLevel.size()) {
            throw new AssertionError(open + " of " + topLevel.size() + " types of " + basePackage
                    + " are public; at most half should be seen from outside their package");
        }
    }

    private static DescribedPredicate<JavaMethod> handlers() {
        return DescribedPredicate.describe(
                "handle requests",
                method -> method.isAnnotatedWith(RequestMapping.class)
                        || method.isMetaAnnotatedWith(RequestMapping.class));
    }

    private static ArchCondition<JavaMethod> sayWhetherTheyAreAudited() {
        return new ArchCondition<>(
                "be @Audited, or @NotAudited with the reason, unless anybody or only a service may call") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = method.isAnnotatedWith(Audited.class)
                        || method.isAnnotatedWith(NotAudited.class)
                        || method.getOwner().isAnnotatedWith(NotAudited.class)
                        || NOT_FOR_STAFF.contains(whoMayCall(method));
                events.add(new SimpleConditionEvent(method, said, method.getFullName() + " is not"));
            }
        };
    }

    private static String whoMayCall(JavaMethod method) {
        return method.tryGetAnnotationOfType(PreAuthorize.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(PreAuthorize.class))
                .map(PreAuthorize::value)
                .orElse("");
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("say who may call, with @PreAuthorize on the method or its class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = method.isAnnotatedWith(PreAuthorize.class)
                        || method.getOwner().isAnnotatedWith(PreAuthorize.class);
                events.add(new SimpleConditionEvent(method, said, method.getFullName() + " does not"));
            }
        };
    }
}
