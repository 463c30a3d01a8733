package vn.congvu.gateway.access;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param publicBaseUrl what people type to get here; with https the cookies become Secure and HSTS is sent */
@ConfigurationProperties("complaints.gateway")
record PublicAddress(@DefaultValue("http://127.0.0.1:8080") URI publicBaseUrl) {
    boolean secure() {
        return "https".equalsIgnoreCase(publicBaseUrl.getScheme());
    }
}
