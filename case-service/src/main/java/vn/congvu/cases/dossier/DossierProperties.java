package vn.congvu.cases.dossier;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param maxRows how many dossiers one call may bring */
@ConfigurationProperties("complaints.cases.dossier")
record DossierProperties(@DefaultValue("20000") int maxRows) {}
