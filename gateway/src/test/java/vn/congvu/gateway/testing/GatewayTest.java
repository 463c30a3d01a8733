package vn.congvu.gateway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import vn.congvu.platform.testing.SuiteTest;

/** The whole gateway on a port of its own, in front of services that say what {@link Behind} tells them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SuiteTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // filters are made before a test's beans can say anything
        properties = {
            "complaints.gateway.edge.requests-per-minute=1000000",
            "complaints.gateway.edge.sign-ins-per-minute=1000000"
        })
@Import(GatewayTestBeans.class)
public @interface GatewayTest {}
