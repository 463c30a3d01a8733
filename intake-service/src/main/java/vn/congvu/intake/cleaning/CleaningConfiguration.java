package vn.congvu.intake.cleaning;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClamAvProperties.class)
class CleaningConfiguration {}
