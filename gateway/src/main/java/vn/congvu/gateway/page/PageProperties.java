package vn.congvu.gateway.page;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param zone in which pages tell the time */
@ConfigurationProperties("complaints.gateway.pages")
record PageProperties(@DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone) {}
