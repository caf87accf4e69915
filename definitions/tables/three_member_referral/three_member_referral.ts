import { table } from '#catalog'

export const threeMemberReferralTable = table({
  id: 'three_member_referral',
  file: 'tblThreeMbrReferrals',
  kind: 'core',
  required: ['idn3MemberReferral'],
  key: ['idn3MemberReferral'],
  happened: ['datReferredTo3Member'],
  about: 'Appeals referred to three members of the Board.',
  columns: [
    { name: 'idn3MemberReferral', type: 'integer', about: 'Key of this table' },
    { name: 'lngAppealID', type: 'integer', lookup: 'tblAppeal.idnAppeal', about: 'Key of the row in tblAppeal' },
    {
      name: 'datReferredTo3Member',
      type: 'datetime',
      about: 'Date the case file referred to 3-Board Member for review',
    },
    {
      name: 'datRemovedFromReferral',
      type: 'datetime',
      about: 'Date the case file removed from 3-Board Member referral',
    },
  ],
})
