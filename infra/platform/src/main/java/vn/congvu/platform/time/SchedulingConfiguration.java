package vn.congvu.platform.time;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import vn.congvu.platform.background.BackgroundThreads;

/** Sweeps run side by side: a slow one must not hold up the outbox. Spring's own default is a single thread. */
@AutoConfiguration(before = TaskSchedulingAutoConfiguration.class)
@EnableScheduling
@EnableConfigurationProperties(SweepProperties.class)
public class SchedulingConfiguration {
    @Bean
    @ConditionalOnMissingBean(TaskScheduler.class)
    ThreadPoolTaskScheduler taskScheduler(SweepProperties properties) {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(properties.threads());
        scheduler.setThreadFactory(BackgroundThreads.named("sweep-"));
        return scheduler;
    }
}
