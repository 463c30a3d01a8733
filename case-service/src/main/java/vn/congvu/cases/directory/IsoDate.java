package vn.congvu.cases.directory;

import java.time.LocalDate;
import org.springframework.data.mongodb.core.convert.MongoConversionContext;
import org.springframework.data.mongodb.core.convert.MongoValueConverter;

/** A day is stored as 2025-07-01: as a point in time it would move with the time zone of the machine that reads it. */
class IsoDate implements MongoValueConverter<LocalDate, String> {
    @Override
    public LocalDate read(String value, MongoConversionContext context) {
        return LocalDate.parse(value);
    }

    @Override
    public String write(LocalDate value, MongoConversionContext context) {
        return value.toString();
    }
}
