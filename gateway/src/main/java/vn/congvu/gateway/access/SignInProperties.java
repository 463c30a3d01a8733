package vn.congvu.gateway.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param idle a browser that asks for nothing this long is signed out
 * @param browserLifetime a browser signs in anew after this
 * @param programLifetime what a program gets for its password ends after this
 * @param halfLifetime how long after the password the second factor may come
 */
@ConfigurationProperties("complaints.gateway.sign-in")
record SignInProperties(
        @DefaultValue("PT30M") Duration idle,
        @DefaultValue("PT12H") Duration browserLifetime,
        @DefaultValue("PT12H") Duration programLifetime,
        @DefaultValue("PT10M") Duration halfLifetime) {}
