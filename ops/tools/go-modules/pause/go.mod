// What holds a pod's namespaces open in ops/nightly/cluster, where no image can be pulled.
module vane/tools/pause

go 1.25.0
