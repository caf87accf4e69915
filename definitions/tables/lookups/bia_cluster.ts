import { table } from '#catalog'

export const biaClusterTable = table({
  id: 'bia_cluster',
  file: 'tblLookup_BIACluster',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookup_BIACluster`, as released.',
  columns: [
    { name: 'idnLookupCluster', type: 'integer', about: 'Row key' },
    { name: 'Report_Classification', type: 'string', about: '' },
    { name: 'Region_Name', type: 'string', about: 'Text' },
    { name: 'Cluster_Name', type: 'string', about: 'Text' },
    { name: 'Cluster_Subgroup', type: 'string', about: '' },
    { name: 'idnBaseCity', type: 'integer', about: 'Row key' },
    { name: 'Sort_Start', type: 'string', about: '' },
    { name: 'Sort_End', type: 'string', about: '' },
  ],
})
