package vn.congvu.intake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import vn.congvu.platform.testing.SuiteTest;

/** The whole service, with its helpers; all such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SuiteTest
@Import({FakeTwilio.class, Citizen.class, Suite.class})
public @interface IntakeTest {}
