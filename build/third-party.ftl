<#-- One line a library: its licences as its own pom states them, its name, its coordinates. -->
Libraries that the program loads, with the licences that they state. Written by the build (app/pom.xml); NOTICE says what is native.

<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
${project.groupId}:${project.artifactId}:${project.version} | <#list entry.getValue() as license>${license}<#sep>; </#sep></#list>
</#list>
