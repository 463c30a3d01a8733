package vn.congvu.cases.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.congvu.cases.calendar.CalendarChange.DayChange;
import vn.congvu.cases.calendar.CalendarChange.HoursChange;
import vn.congvu.platform.migration.Migration;

/** Fills an empty calendar before the service answers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CalendarProperties.class, CalendarProperties.Seed.class, PreviewProperties.class})
class CalendarSeed {
    private static final Logger log = LoggerFactory.getLogger(CalendarSeed.class);
    private static final String BY = "seed";

    @Bean
    Migration seedCalendar(CalendarProperties settings, CalendarProperties.Seed folder, Clock clock) {
        return new Migration("0200-calendar-seed", mongo -> {
            CalendarStore store = new CalendarStore(mongo);
            if (store.latest(1).isEmpty()) {
                store.append(new CalendarChange(
                        1L, clock.instant(), BY, days(settings.seedFile(), folder.seedDir()), hours(folder.seedDir())));
            }
        });
    }

    private static List<DayChange> days(@Nullable Path seedFile, @Nullable Path seedDir) {
        Path file = seedFile != null ? seedFile : inFolder(seedDir, "calendar.csv");
        if (file == null) {
            return PublicCalendar.shipped().stream().map(DayChange::of).toList();
        }
        CalendarFile.Days read = CalendarFile.days(read(file));
        tell(file, read.days().size(), read.refused());
        return read.days().stream().map(DayChange::of).toList();
    }

    private static List<HoursChange> hours(@Nullable Path seedDir) {
        Path file = inFolder(seedDir, "office-hours.csv");
        if (file == null) {
            return List.of();
        }
        CalendarFile.Hours read = CalendarFile.hours(read(file));
        int good = read.lines().values().stream().mapToInt(List::size).sum();
        tell(file, good, read.refused());
        return read.changes();
    }

    private static @Nullable Path inFolder(@Nullable Path folder, String name) {
        Path file = folder == null ? null : folder.resolve(name);
        return file != null && Files.exists(file) ? file : null;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("can't read " + file, unreadable);
        }
    }

    private static void tell(Path file, int good, List<BadLine> refused) {
        refused.forEach(bad -> log.warn(
                "{} line {}: {}", file.getFileName(), bad.line(), bad.reason().en()));
        log.info("{}: {} lines in, {} refused", file.getFileName(), good, refused.size());
    }
}
