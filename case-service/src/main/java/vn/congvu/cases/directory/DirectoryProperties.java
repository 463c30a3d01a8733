package vn.congvu.cases.directory;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the directory.
 *
 * @param seedDir folder of CSV files that fill an empty directory at start
 * @param refresh how long a change made by another replica may stay unseen
 * @param reload how often everything is read again even if no change was announced
 * @param vacancyGrace how long an agency may be without a head before it is told: agencies come in before their offices
 * @param zone whose calendar says what day today is
 */
@ConfigurationProperties("complaints.cases.directory")
record DirectoryProperties(
        @Nullable Path seedDir,
        @DefaultValue("PT2S") Duration refresh,
        @DefaultValue("PT5M") Duration reload,
        @DefaultValue("PT30M") Duration vacancyGrace,
        @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone) {}
