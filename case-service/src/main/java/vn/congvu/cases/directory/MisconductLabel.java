package vn.congvu.cases.directory;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the province calls a misconduct; only those that differ from the product's words are stored.
 *
 * @param code a {@link vn.congvu.contracts.Misconduct}
 */
@Document("misconduct_labels")
@TypeAlias("misconduct-label")
record MisconductLabel(@Id String code, String vi, String en) {}
