package vn.congvu.intake.twilio;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TwilioProperties.class, WebhookProperties.class})
class TwilioConfiguration {}
