package vn.congvu.cases.dossier;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param maxRows how many dossiers one call may bring that is answered when they are taken; a larger file is taken in the
 *     background
 * @param maxImportRows how many one file may bring at all
 */
@ConfigurationProperties("complaints.cases.dossier")
record DossierProperties(
        @DefaultValue("20000") int maxRows,
        @DefaultValue("500000") int maxImportRows) {}
