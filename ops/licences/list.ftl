<#-- What license-maven-plugin writes for LicencePage.java: a line an artifact, a tab between its name and its licences. -->
<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
${project.groupId}:${project.artifactId}:${project.version}	<#list entry.getValue() as licence>${licence?trim}<#sep>|</#sep></#list>
</#list>
