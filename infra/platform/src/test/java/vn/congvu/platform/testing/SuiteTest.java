package vn.congvu.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/** A test of a whole service on the servers of {@link TestServers}, with a database of its own and a {@link MutableClock}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("servers")
// the embedded servers log every refusal that the suite expects, such as a taken key
@SpringBootTest(
        properties = {"logging.level.de.bwaldvogel=OFF", "logging.level.qpid=WARN", "logging.level.org.apache.qpid=WARN"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = SuiteTestInitializer.class)
@Import(SuiteTestBeans.class)
@TestExecutionListeners(
        listeners = QueryCatalogueListener.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface SuiteTest {}
