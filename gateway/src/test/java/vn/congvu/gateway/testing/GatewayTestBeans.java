package vn.congvu.gateway.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Points the gateway at {@link Behind} and at accounts of every role. */
@TestConfiguration(proxyBeanMethods = false)
class GatewayTestBeans {
    @Bean
    DynamicPropertyRegistrar behind(Environment environment) {
        return registry -> {
            registry.add("complaints.gateway.services.intake-url", Behind.INTAKE::baseUrl);
            registry.add("complaints.gateway.services.cases-url", Behind.CASES::baseUrl);
            registry.add("complaints.gateway.services.notify-url", Behind.NOTIFY::baseUrl);
            registry.add("complaints.gateway.services.answer-timeout", () -> "2s");
            registry.add("complaints.gateway.passwords.memory", () -> "256KB");
            registry.add("complaints.gateway.second-factor.required", () -> "false");
            // a suite that others can reach refuses to start with them
            if (!environment
                    .getProperty("complaints.gateway.public-base-url", "")
                    .startsWith("https")) {
                registry.add("complaints.gateway.accounts.seed-file", TestAccounts::file);
            }
        };
    }

    @Bean
    Visitors visitors(Environment environment) {
        return new Visitors(environment);
    }
}
